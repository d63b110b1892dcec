namespace MaxMiniApp;

/// <summary>What MAX signed when the page called <c>requestContact()</c>: this user shared this phone number at this time.</summary>
public sealed class MaxContact
{
    internal MaxContact(long userId, string phoneNumber, DateTimeOffset authDate)
    {
        UserId = userId;
        PhoneNumber = phoneNumber;
        AuthDate = authDate;
    }

    /// <summary>The user's id, that of the user who is signed in: <c>userId</c>.</summary>
    public long UserId { get; }

    /// <summary>The phone number as MAX signed it, digits without a <c>+</c>: <c>phone</c>.</summary>
    public string PhoneNumber { get; }

    /// <summary>When MAX signed it, in whole seconds, UTC, whichever unit it came in: <c>authDate</c>.</summary>
    public DateTimeOffset AuthDate { get; }
}
