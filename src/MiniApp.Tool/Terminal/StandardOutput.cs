using System.Runtime.InteropServices;

namespace MiniApp.Tool.Terminal;

/// <summary>
/// The process's standard output. Whoever reads it may leave, as <c>head</c> does when it has enough. Other programs end then by the next that
/// they write; the runtime has that go nowhere, and an input without an end would be read for nobody.
/// </summary>
internal static partial class StandardOutput
{
    private const int Number = 1;
    private const short HasNoReader = 0x8 | 0x10; // POLLERR of a pipe, POLLHUP of a terminal

    /// <summary>Whether nobody reads it any more.</summary>
    public static bool IsForsaken()
    {
        var output = new Polled { Number = Number };
        return !OperatingSystem.IsWindows() && Poll(ref output, 1, 0) > 0 && (output.Found & HasNoReader) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref Polled descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Number;
        public short Wanted;
        public short Found;
    }
}
