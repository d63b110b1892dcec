namespace MiniApp.Tool.Terminal;

/// <summary>What is wrong with the way the tool was called, and what to do about it. Neither text ever contains a key or a token.</summary>
internal sealed class UsageException(string message, string hint) : Exception(message)
{
    public string Hint => hint;
}
