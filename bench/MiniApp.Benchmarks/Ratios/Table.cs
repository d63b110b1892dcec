namespace VkMiniApp.Benchmarks;

/// <summary>Rows that are measured by turns, and the figures that they yield together.</summary>
internal sealed record Table(string Title, Row[] Rows, params Figure[] Figures);
