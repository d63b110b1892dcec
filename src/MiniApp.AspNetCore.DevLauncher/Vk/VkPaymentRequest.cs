namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>A payment notification that the developer picked, as the page sends it.</summary>
/// <inheritdoc cref="MiniApp.AspNetCore.DevLauncher.LaunchRequest" path="/remarks"/>
internal sealed class VkPaymentRequest
{
    private const int LongestText = 256;

    /// <summary>The app; <see langword="null"/> for the scheme's first.</summary>
    public long? AppId { get; set; }

    /// <summary>The user who pays.</summary>
    public long? UserId { get; set; }

    public VkPaymentType Type { get; set; }

    /// <summary>Whether the order's number stands for a test, for which nobody pays.</summary>
    public bool IsTest { get; set; } = true;

    /// <summary>What is bought, in the words of the application.</summary>
    public string Item { get; set; } = "";

    /// <summary>VK's number of the order. The same one again is the same notification once more.</summary>
    public long? OrderId { get; set; }

    /// <summary>Whether it is signed with a key that isn't the app's.</summary>
    public bool IsForged { get; set; }

    /// <summary>The first field that can't be signed, in a sentence for the page, or <see langword="null"/>.</summary>
    public string? FindFault() =>
        UserId is null or <= 0 ? "There has to be a user who pays."
        : OrderId is null or <= 0 ? "The order's number must be above 0."
        : Item.Length is 0 or > LongestText ? $"An item's name has 1 to {LongestText} characters."
        : null;
}
