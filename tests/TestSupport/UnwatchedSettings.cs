namespace TestSupport;

/// <summary>Has a host not wait for a change of its files of settings: nobody makes one in a test, and a machine has few watchers of files.</summary>
public static class UnwatchedSettings
{
    /// <summary>The setting's name; its value is <c>false</c>.</summary>
    public const string Name = "hostBuilder:reloadConfigOnChange";

    /// <summary>The same as an argument of a command line.</summary>
    public const string Argument = $"--{Name}=false";
}
