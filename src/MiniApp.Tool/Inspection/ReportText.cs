using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>Writes a report for a person. Whatever comes from the token is escaped: a terminal must not obey it.</summary>
internal sealed class ReportText(TextWriter output)
{
    public void Write(Report report)
    {
        Line("Platform", report.Platform.Title + (report.IsGuessed ? " (guessed; --platform overrides it)" : ""));
        if (report.Proof is { } proof)
        {
            Line("Kind", proof.Title + (report.IsKindGuessed ? " (guessed; --kind overrides it)" : ""));
        }

        Line(report.Proof is null ? "Token" : "Text", report.Spelling + (report.Parameters.Count > 0 ? $", {Wording.Count(report.Parameters.Count, "parameter")}" : ""));

        if (report.SignedAt is { } signedAt)
        {
            Line("Dated", $"{Wording.Of(signedAt)}, {Age(report.Now - signedAt)}");
        }

        if (report.Owner is { } owner)
        {
            Line("Bound to", owner.Description);
        }

        var format = report.Format;
        Group($"Signed parameters, {(report.IsProved ? "proved" : "not proved")}:", report, format.IsSigned);
        Group("Not signed, never to be trusted:", report, name => !format.IsSigned(name) && !format.IsProof(name));
        Group("Proof:", report, format.IsProof);

        output.WriteLine();
        Line("Judged with", report.JudgedWith ?? "no key");
        Line("Verdict", report.Verdict?.Refusal is { } refusal ? $"{report.Outcome}: {refusal.Reason}" : report.Outcome);
        foreach (var sentence in report.Meaning)
        {
            Line("", sentence);
        }

        for (var index = 0; index < report.Unwrapped.Count; index++)
        {
            Line(index == 0 ? "Unwrapped" : "", report.Unwrapped[index]);
        }

        if (report.Advice is { } advice)
        {
            Line("What to do", advice);
        }
    }

    private static string Age(TimeSpan age) => age < TimeSpan.Zero ? $"{Wording.Of(age)} from now" : $"{Wording.Of(age)} ago";

    private void Group(string title, Report report, Func<string, bool> belongs)
    {
        var parameters = report.Parameters.Where(parameter => belongs(parameter.Name)).ToArray();
        if (parameters.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        var width = Math.Min(parameters.Max(parameter => TerminalText.Escape(parameter.Name).Length), 30);
        foreach (var parameter in parameters)
        {
            output.WriteLine($"  {TerminalText.Escape(parameter.Name).PadRight(width)}  {Value(parameter)}".TrimEnd());
        }
    }

    private static string Value(TokenParameter parameter) =>
        TerminalText.Escape(parameter.Value ?? "")
            + (parameter.IsNameBroken || parameter.IsValueBroken ? "  (broken percent-encoding)" : "");

    private void Line(string head, string text) => output.WriteLine($"{head,-11}  {TerminalText.Escape(text)}");
}
