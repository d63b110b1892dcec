using Accounts.Data;

namespace Accounts;

/// <summary>A link, as the user of the account sees it.</summary>
/// <param name="Subject">The user of the platform, such as <c>vk:42</c>.</param>
/// <param name="Since">When the account got it.</param>
internal sealed record LinkView(string Subject, DateTimeOffset Since)
{
    public static LinkView Of(Link link) => new(link.Subject.ToString(), link.Since);
}
