using System.Security.Claims;
using MiniApp.AspNetCore;

namespace ShopMiniApp.AspNetCore;

/// <summary>The settings of the shop's scheme. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class ShopMiniAppOptions() : MiniAppOptions(issuer: "Shop", lifetime: TimeSpan.FromHours(1))
{
    /// <summary>What launches are signed with, the newest first. In the configuration, <c>Secret</c> is one or a list.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>Whether <c>Authorization: Bearer …</c> is read as well as <c>Authorization: Shop …</c>.</summary>
    public bool AcceptBearer { get; set; }

    public ShopVerifier Verifier => field ??= new ShopVerifier(this);

    public override IReadOnlyList<string> AuthSchemes => AcceptBearer ? ["Shop", "Bearer"] : ["Shop"];

    public override string TokenName => "Shop launch";

    public override string TokenSource => "The text that shop.getLaunch() answers.";

    protected override IReadOnlyList<string> LastingClaims => [ClaimTypes.NameIdentifier, ShopClaimTypes.UserId, ShopClaimTypes.ShopId];

    protected override IReadOnlyList<string> FrameAncestors => ["https://*.shop.example"];

    protected override void ReadSettings(SchemeConfiguration configuration)
    {
        Secrets = configuration.ReadTexts("Secret");
        AcceptBearer = configuration.ReadFlag(nameof(AcceptBearer)) ?? AcceptBearer;
    }

    protected override string? FindFault() =>
        Secrets.Count == 0 ? "Secret is missing." : Secrets.Any(string.IsNullOrWhiteSpace) ? "Secret is empty." : null;
}
