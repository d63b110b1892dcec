namespace MiniApp.AspNetCore;

/// <summary>The words in which a host says what keeps it from starting, or from taking a change of its settings.</summary>
internal static class SchemeFault
{
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="fault">A sentence that names the setting, and never shows a secret.</param>
    public static string Describe(string? scheme, string fault) =>
        $"Authentication scheme '{scheme}': {fault} It is set in code or in Authentication:Schemes:{scheme}.";

    /// <param name="scheme">The scheme's name.</param>
    /// <param name="exception">What was thrown while the settings were read.</param>
    public static string DescribeFailure(string scheme, Exception exception) =>
        $"Authentication scheme '{scheme}': its settings could not be read, because of {exception.GetType().FullName}.";
}
