namespace TestSupport;

/// <summary>Events that note in which order they come.</summary>
public sealed class RecordingEvents(List<string> journal) : MiniAppEvents
{
    public override Task MessageReceived(MessageReceivedContext context) => NoteAsync("received");

    public override Task TokenValidated(TokenValidatedContext context) => NoteAsync("validated");

    public override Task AuthenticationFailed(AuthenticationFailedContext context) => NoteAsync("failed");

    public override Task Challenge(MiniAppChallengeContext context) => NoteAsync("challenge");

    public override Task Forbidden(ForbiddenContext context) => NoteAsync("forbidden");

    private Task NoteAsync(string entry)
    {
        journal.Add(entry);
        return Task.CompletedTask;
    }
}
