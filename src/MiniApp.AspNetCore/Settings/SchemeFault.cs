namespace MiniApp.AspNetCore;

/// <summary>The words in which a host says what keeps it from starting, or from taking a change of its settings.</summary>
internal static class SchemeFault
{
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="fault">A sentence that names the setting, and never shows a secret.</param>
    /// <param name="unknownNames">The names in the scheme's section that nothing reads: one of them may be meant.</param>
    /// <param name="elsewhere">Where what is missing may stand, in a sentence or two.</param>
    public static string Describe(string? scheme, string fault, string? unknownNames = null, string? elsewhere = null) =>
        $"Authentication scheme '{scheme}': {fault} Fix it in code or in Authentication:Schemes:{scheme}."
        + (unknownNames is null ? null : $" That section has names that nothing reads: {unknownNames}.")
        + (elsewhere is null ? null : $" {elsewhere}");

    /// <param name="scheme">The scheme's name.</param>
    /// <param name="exception">What was thrown while the settings were read.</param>
    public static string DescribeFailure(string scheme, Exception exception) =>
        $"Authentication scheme '{scheme}': its settings could not be read, because of {exception.GetType().FullName}.";

    /// <param name="scheme">The scheme's name.</param>
    public static string DescribeUnbound(string scheme) =>
        $"Authentication scheme '{scheme}': code binds its options to a section of the configuration, and a value there does not fit. The binder "
        + "knows one text for a key, and neither lists of them nor groups: those are read in "
        + $"Authentication:Schemes:{scheme}, without any binding, or added in code.";
}
