namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>When a contact is dated, by the scheme's own clock.</summary>
internal static class ContactTime
{
    // The lifetime is that of a verifier which the application made; hardly one is longer.
    private static readonly TimeSpan Age = TimeSpan.FromDays(2);
    private static readonly TimeSpan Lead = TimeSpan.FromHours(1);

    public static long Of(ContactRequest contact, MiniAppOptions scheme)
    {
        var now = LaunchTime.Now(scheme);
        return contact.Kind switch
        {
            ContactKind.Aged => Math.Max(0, now - (long)Age.TotalSeconds),
            ContactKind.DatedAhead => now + (long)Lead.TotalSeconds,
            _ => now,
        };
    }
}
