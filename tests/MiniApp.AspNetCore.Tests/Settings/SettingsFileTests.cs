using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The whole way of a change, from the file that was saved to the verdict.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-settings");

    [Fact]
    public async Task Saved_file_takes_effect_without_a_restart_and_a_broken_one_none()
    {
        Save(Settings(new { AppId = 7, AppSecret = "the old key" }));

        // Polled, because a machine has only so many of the watchers that would be told of it.
        using var files = new PhysicalFileProvider(_folder.FullName) { UsePollingFileWatcher = true, UseActivePolling = true };
        var changed = new TaskCompletionSource();
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Logging.AddProvider(logs);
            builder.Configuration.AddJsonFile(source =>
            {
                (source.FileProvider, source.Path, source.ReloadOnChange) = (files, "settings.json", true);

                // Otherwise, nobody is told of the file that was emptied by its fault, until another source changes.
                source.OnLoadException = context => context.Ignore = true;
            });
            builder.Services.AddAuthentication().AddVkMiniApp();
        });
        Assert.Equal((true, false), (await IsAcceptedAsync(app, 7, "the old key"), await IsAcceptedAsync(app, 8, "the new key")));

        Save("{");
        await Instances.UntilAsync(() => logs.Entries.Any(entry => entry.EventId.Name == "SettingsRefused"));
        Assert.True(await IsAcceptedAsync(app, 7, "the old key"));

        using var subscription = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().OnChange(_ => changed.TrySetResult());
        Save(Settings(new { Apps = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["8"] = ["the newest key", "the new key"] } }));
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((false, true), (await IsAcceptedAsync(app, 7, "the old key"), await IsAcceptedAsync(app, 8, "the new key")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<bool> IsAcceptedAsync(TestApp app, long appId, string key)
    {
        var signer = new VkLaunchParamsSigner(appId, key);
        var token = signer.SignToken(new() { UserId = 42, Timestamp = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) });
        return (await app.AuthenticateAsync("Bearer " + token)).Succeeded;
    }

    private static string Settings(object scheme) =>
        JsonSerializer.Serialize(new { Authentication = new { Schemes = new { VkMiniApp = scheme } } });

    /// <summary>Puts a whole file into the place of the old one, as editors and deployments do.</summary>
    private void Save(string text)
    {
        var path = Path.Combine(_folder.FullName, "settings.json");
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
