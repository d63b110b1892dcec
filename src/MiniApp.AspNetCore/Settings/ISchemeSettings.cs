using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>A scheme's options, as far as the settings' sources and rules are concerned with them.</summary>
internal interface ISchemeSettings
{
    bool WriteProblemDetails { get; }

    /// <summary>What the scheme's section set; <see langword="null"/> where it was not read.</summary>
    SectionReading? Section { get; }

    /// <summary>Takes what the configuration sets over the defaults.</summary>
    /// <param name="configuration">The scheme's section.</param>
    /// <param name="sources">The whole configuration, to tell its sources, where it is known.</param>
    void Read(SchemeConfiguration configuration, IConfiguration? sources);

    /// <summary>The first unsound setting, in a sentence that names it and never shows a secret, or <see langword="null"/>.</summary>
    string? FindFault();

    /// <summary>A setting that is hardly what was meant, in a sentence like that, or <see langword="null"/>.</summary>
    string? FindDoubt() => null;
}
