using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>The sources that a configuration lays over one another.</summary>
internal static class ConfigurationSources
{
    /// <summary>All sources, the lowest first, those of a configuration inside another one too.</summary>
    /// <param name="configuration">The configuration, which may not tell.</param>
    public static IEnumerable<IConfigurationProvider> Of(IConfiguration? configuration) => configuration is not IConfigurationRoot root ? []
        : root.Providers.SelectMany(provider => provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Of(inner) : [provider]);

    /// <summary>What a source holds.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The path of a scheme's section, where it has one.</param>
    public static SourceContents Judge(IConfigurationProvider source, string? path) =>
        path is not null && Sets(source, path) ? SourceContents.OfTheScheme
        : source.GetChildKeys([], parentPath: null).Any() ? SourceContents.Others
        : SourceContents.None;

    /// <summary>Whether a source sets anything at a path or below it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The path, such as <c>Authentication:Schemes:VkMiniApp</c>.</param>
    public static bool Sets(IConfigurationProvider source, string path) =>
        source.TryGet(path, out _) || source.GetChildKeys([], path).Any();

    /// <summary>Whether a source is a file, which the framework takes for an empty one when it can't read it.</summary>
    /// <param name="source">The source.</param>
    public static bool IsFile(IConfigurationProvider source) => source is FileConfigurationProvider;

    /// <summary>The kind of a source, and its file where it has one. What others say of themselves may hold a secret.</summary>
    /// <param name="source">The source.</param>
    public static string Describe(IConfigurationProvider source) =>
        source is FileConfigurationProvider { Source.Path: { } path } ? path : source.GetType().Name;
}
