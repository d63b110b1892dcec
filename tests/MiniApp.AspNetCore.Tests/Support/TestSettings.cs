using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A source of the configuration with the settings of one scheme, which are replaced all at once while the host runs.</summary>
internal sealed class TestSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly string _scheme;

    public TestSettings(string scheme, params (string Setting, string? Text)[] settings)
    {
        _scheme = scheme;
        Data = Read(settings);
    }

    /// <summary>What the platform needs, with these secrets: one as a text, several as a list.</summary>
    public static (string Setting, string? Text)[] Of(PlatformScheme platform, params string[] secrets) =>
    [
        .. platform.OtherSettings,
        .. secrets.Select((text, index) => (secrets.Length == 1 ? platform.SecretSetting : $"{platform.SecretSetting}:{index}", text)),
    ];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Change(params (string Setting, string? Text)[] settings)
    {
        Data = Read(settings);
        OnReload();
    }

    private Dictionary<string, string?> Read((string Setting, string? Text)[] settings) => settings.ToDictionary(
        setting => $"Authentication:Schemes:{_scheme}:{setting.Setting}", setting => setting.Text, StringComparer.OrdinalIgnoreCase);
}
