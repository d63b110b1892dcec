using System.Runtime.InteropServices;

namespace MiniApp.Tool.Terminal;

/// <summary>
/// The process's standard input. A shell can close it (<c>&lt;&amp;-</c>): the runtime's own files get its number then, and reading one
/// of them waits forever.
/// </summary>
internal static partial class StandardInput
{
    private const int Number = 0;
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Opens it; what is closed has nothing in it.</summary>
    public static Stream Open() => IsClosed ? Stream.Null : Console.OpenStandardInput();

    /// <summary>
    /// Whether what has its number now was opened by this process. What a process is started with never closes at a start, and what the
    /// runtime opens always does.
    /// </summary>
    private static bool IsClosed =>
        !OperatingSystem.IsWindows() && GetFlags(Number, GetDescriptorFlags) is < 0 or CloseOnExec;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetFlags(int descriptor, int command);
}
