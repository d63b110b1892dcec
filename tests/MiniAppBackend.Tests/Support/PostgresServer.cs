using System.Diagnostics;
using Npgsql;

namespace MiniAppBackend.Tests;

/// <summary>A PostgreSQL server of its own, on a socket in a folder of its own.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postgres-").FullName;

    public string ConnectionString => $"Host={_folder};Database=postgres;Username=postgres;Include Error Detail=false";

    /// <summary>Starts a server. Where none is installed, the test is skipped.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        Assert.SkipUnless(
            File.Exists(Find("initdb")) || Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "initdb"))),
            "There is no PostgreSQL here: apt-get install postgresql.");

        var server = new PostgresServer();
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root, and Debian's package comes with a user for it.
            Run("chown", "postgres", server._folder);
        }

        server.Tell("initdb", "-D", server._folder, "-U", "postgres", "-A", "trust", "--no-sync");
        server.Tell("pg_ctl", "-D", server._folder, "-w", "-s", "-l", Path.Combine(server._folder, "log"), "-o",
            $"-c listen_addresses='' -c unix_socket_directories={server._folder} -c fsync=off", "start");

        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        await using var tables = database.CreateCommand(CodeBlock.All.First(block => block is { Page: "docs/postgresql.md", Language: "sql" }).Text);
        await tables.ExecuteNonQueryAsync();
        return server;
    }

    public void Stop() => Tell("pg_ctl", "-D", _folder, "-w", "-s", "-m", "immediate", "stop");

    /// <summary>Has it take whatever is sent and answer nothing.</summary>
    public void Hang() => Signal("STOP");

    public void GoOn() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(_folder, "postmaster.pid")))
        {
            Stop();
        }

        await Task.Yield();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Find(string program) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateFiles("/usr/lib/postgresql", program, SearchOption.AllDirectories).FirstOrDefault() ?? program
            : program;

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {said}");
    }

    private void Signal(string signal)
    {
        var server = File.ReadLines(Path.Combine(_folder, "postmaster.pid")).First();
        Run("bash", "-c", $"kill -{signal} {server} $(cat /proc/{server}/task/{server}/children)");
    }

    private void Tell(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", "postgres", "--", Find(program), .. arguments]);
        }
        else
        {
            Run(Find(program), arguments);
        }
    }
}
