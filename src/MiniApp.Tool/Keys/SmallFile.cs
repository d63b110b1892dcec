using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>
/// Reads files that anybody may have put where the tool looks. Opening a pipe waits for whoever writes to it, and a device never ends:
/// neither has a length, and what has none is not opened.
/// </summary>
internal static class SmallFile
{
    /// <summary>The longest file that is read: a settings file or a project of a mebibyte is neither.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Whether there is a file of some length at this path, or at the end of its links.</summary>
    public static bool IsThere(string path) => FindLength(path) > 0;

    /// <summary>The file's bytes; <see langword="null"/> where there is no file.</summary>
    /// <exception cref="UsageException">There is one, and it cannot be read.</exception>
    public static byte[]? Read(string path)
    {
        try
        {
            return !Exists(path) ? null
                : FindLength(path) is 0 ? throw Refuse(path, "It is empty, or not a regular file.")
                : ReadOpened(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw Refuse(path, "It is a folder, or this user may not read it.");
        }
        catch (IOException)
        {
            throw Refuse(path, "Reading it failed.");
        }
    }

    /// <summary>Why a file cannot be used, which never quotes what is in it.</summary>
    public static UsageException Refuse(string path, string hint) => new($"{path} cannot be read.", hint);

    private static byte[] ReadOpened(string path)
    {
        // Shared with everybody: an editor, or the application, goes on writing to it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[MaxLength + 1];
        var length = file.CanSeek ? file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) : 0;

        return length switch
        {
            0 => throw Refuse(path, "It is empty, or not a regular file."),
            > MaxLength => throw Refuse(path, "It is longer than 1 MiB."),
            _ => buffer[..length],
        };
    }

    private static bool Exists(string path) => path.Length > 0 && (Path.Exists(path) || new FileInfo(path).LinkTarget is not null);

    /// <summary>The length of what a path leads to: that of a link itself is the length of its text.</summary>
    private static long FindLength(string path)
    {
        var file = new FileInfo(path);
        try
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return Directory.Exists(file.FullName) ? throw new UnauthorizedAccessException() : file.Exists ? file.Length : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
