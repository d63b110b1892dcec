namespace MiniApp.AspNetCore;

/// <summary>A scheme's options, as far as the settings' sources and rules are concerned with them.</summary>
internal interface ISchemeSettings
{
    bool WriteProblemDetails { get; }

    /// <summary>Takes what the configuration sets over the defaults.</summary>
    void Read(SchemeConfiguration configuration);

    /// <summary>The first unsound setting, in a sentence that names it and never shows a secret, or <see langword="null"/>.</summary>
    string? FindFault();
}
