namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A contact of the open launch's user that the page in the frame asked for: what is the same on every platform.</summary>
/// <inheritdoc cref="LaunchRequest" path="/remarks"/>
internal abstract class ContactRequest
{
    private const int LongestNumber = 32;

    /// <summary>The user of the open launch.</summary>
    public long? UserId { get; set; }

    public ContactKind Kind { get; set; }

    /// <summary>The user whose contact is signed.</summary>
    public long FindOwner() => Kind != ContactKind.AnotherUser ? UserId!.Value : UserId == 1 ? 2 : 1;

    /// <summary>The first field that can't be signed, in a sentence for the page, or <see langword="null"/>.</summary>
    public virtual string? FindFault() => UserId is null or <= 0 ? "There has to be a user whose contact it is." : null;

    /// <summary>What is wrong with a phone number, or <see langword="null"/>.</summary>
    protected static string? FindFaultOf(string phoneNumber)
    {
        var digits = phoneNumber.AsSpan(phoneNumber.StartsWith('+') ? 1 : 0);
        return digits is { Length: > 0 and <= LongestNumber } && !digits.ContainsAnyExceptInRange('0', '9')
            ? null
            : $"A phone number is 1 to {LongestNumber} digits, behind a + or none.";
    }
}
