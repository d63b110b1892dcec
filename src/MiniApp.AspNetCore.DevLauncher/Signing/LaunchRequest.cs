namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The launch that the developer picked, as the page sends it: what can be picked on every platform.</summary>
/// <remarks>
/// The generated reader of JSON keeps defaults only where there is a setter, and refuses <see langword="null"/> only where no member is
/// required: the tests hold both.
/// </remarks>
internal abstract class LaunchRequest
{
    /// <summary>The user; 0 for nobody.</summary>
    public long? UserId { get; set; }

    public LaunchKind Kind { get; set; }

    /// <summary>How long ago an <see cref="LaunchKind.Aged"/> launch was signed, in seconds; below 0 for one dated ahead.</summary>
    public long AgeSeconds { get; set; }

    /// <summary>The first field that can't be signed, in a sentence for the page, or <see langword="null"/>.</summary>
    public virtual string? FindFault() => UserId is null or < 0 ? "The user's id must be there, and not negative." : null;
}
