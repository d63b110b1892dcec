using System.Security.Cryptography;
using System.Text;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// Keeps a launcher's secret through the starts of one run of <c>dotnet watch</c>, so that the developer's tab still knows it. A file of the
/// user's own has the run and the secret; the next run writes another secret over it, and nothing else reads it.
/// </summary>
/// <param name="folder">The folder of such files.</param>
/// <param name="launcher">What tells the launcher from the user's other ones.</param>
internal sealed class WatchedSecretFile(string folder, string launcher)
{
    private const UnixFileMode OfUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.Combine(folder, Hash(launcher));

    /// <summary>Where such files are: in the user's local data, which no other user reads; <see langword="null"/> where there is none.</summary>
    public static string? Folder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create)
        is { Length: > 0 } data ? Path.Combine(data, "MiniApp.AspNetCore.DevLauncher") : null;

    /// <summary>The secret of the run: the one that is kept, or a new one that is kept from now on, if files can be written here.</summary>
    public LauncherSecret Keep(WatchRun run)
    {
        var id = Hash(run.Id);
        try
        {
            if (Read() is [var kept, var text] && kept == id && run.MayContinue && LauncherSecret.Parse(text) is { } secret)
            {
                return secret;
            }

            return Write(id, LauncherSecret.Random());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The secret then is one of this start, as it is without `dotnet watch`.
            return LauncherSecret.Random();
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <remarks>A file that others may read or write is not this class's, or is a secret no more.</remarks>
    private string[]? Read() =>
        File.Exists(_path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(_path) == OfUser) ? File.ReadAllLines(_path) : null;

    private LauncherSecret Write(string id, LauncherSecret secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OfUser | UnixFileMode.UserExecute);
            options.UnixCreateMode = OfUser;
        }

        var draft = $"{_path}.{Path.GetRandomFileName()}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write($"{id}\n{secret.Text}\n");
        }

        File.Move(draft, _path, overwrite: true);
        return secret;
    }
}
