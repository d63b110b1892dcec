using System.Text;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.HttpFiles;

/// <summary>Writes a file that has a token in it: as a whole or not at all, and a new one for nobody but this user.</summary>
internal static class ReplacedFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>Whether other users of the machine may read it: one that is there keeps its mode.</returns>
    /// <exception cref="UsageException">It cannot be written. What was there is there still.</exception>
    public static bool Write(string path, string text)
    {
        try
        {
            // A link goes on leading where it leads.
            var file = new FileInfo(path);
            var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            var draft = $"{target}.{Guid.NewGuid():N}.tmp";
            try
            {
                WriteDraft(draft, target, text);
                var isOpen = !OperatingSystem.IsWindows() && File.GetUnixFileMode(draft).HasFlag(UnixFileMode.OtherRead);
                File.Move(draft, target, overwrite: true);
                return isOpen;
            }
            finally
            {
                File.Delete(draft);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written.", "Its folder has to be there, this user has to be allowed to write to it, and the disk needs some room.");
        }
    }

    private static void WriteDraft(string draft, string target, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.Exists(target) ? File.GetUnixFileMode(target) : OwnersAlone;
        }

        using var file = new FileStream(draft, options);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
