using MiniApp;

namespace Accounts.Linking;

/// <summary>What is about to happen, for either side to look at before it goes on.</summary>
/// <param name="Subject">The user of the other platform who would become a link.</param>
/// <param name="Merges">Whether that user's account would go into this one.</param>
internal sealed record Offer(MiniAppSubject Subject, bool Merges);
