namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A run of <c>dotnet watch</c>, which starts the application again and again.</summary>
/// <param name="Id">What is the same for every start of one run and of no other; empty where the tool does not tell.</param>
/// <param name="IsFirstStart">Whether the application is started for the first time in the run.</param>
internal sealed record WatchRun(string Id, bool IsFirstStart)
{
    /// <summary>The run that started this process, or <see langword="null"/>.</summary>
    /// <param name="read">Reads a variable of the environment.</param>
    /// <remarks>
    /// The process that watches is no parent of this one, and is found on no two systems in one way. So a run is known by the key that it
    /// makes for the browser to be refreshed: new with each run, and handed to each start.
    /// </remarks>
    public static WatchRun? Find(Func<string, string?> read) => read("DOTNET_WATCH") == "1"
        ? new(read("ASPNETCORE_AUTO_RELOAD_WS_KEY") ?? "", read("DOTNET_WATCH_ITERATION") is not { } count || count == "1")
        : null;

    /// <summary>Whether there was an earlier start of this run, as far as can be told, that left something of the same id behind.</summary>
    public bool MayContinue => Id.Length > 0 || !IsFirstStart;
}
