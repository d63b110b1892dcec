namespace MiniApp.Tool;

/// <summary>What is wrong with the way the tool was called, and what to do about it. Neither text ever holds a key or a token.</summary>
internal sealed class ToolException(string message, string hint) : Exception(message)
{
    public string Hint => hint;
}
