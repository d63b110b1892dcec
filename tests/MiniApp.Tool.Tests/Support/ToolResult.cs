namespace MiniApp.Tool.Tests;

/// <summary>What came of a run.</summary>
internal sealed record ToolResult(int Status, string Output, string Error)
{
    /// <summary>What is on standard output, where nothing is wrong.</summary>
    public string Good()
    {
        Assert.Equal((0, ""), (Status, Error));
        return Output;
    }

    /// <summary>What is on standard error of a run that was wrong from the start, its lines joined.</summary>
    public string Wrong()
    {
        Assert.Equal((2, ""), (Status, Output));
        return Error.TrimEnd('\n').ReplaceLineEndings(" | ");
    }
}
