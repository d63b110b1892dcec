using System.Security.Claims;

namespace VkMiniApp.AspNetCore;

/// <summary>The identity of a launch's user, which keeps the typed launch parameters beside the claims, also through a copy.</summary>
internal sealed class VkClaimsIdentity : ClaimsIdentity
{
    public VkClaimsIdentity(VkLaunchParams launchParams, string authenticationType, string issuer)
        : base(authenticationType, VkClaimTypes.UserId, DefaultRoleClaimType)
    {
        LaunchParams = launchParams;

        var isOdnoklassniki = launchParams.IsOdnoklassniki;
        foreach (var (name, value) in launchParams.Values)
        {
            // Odnoklassniki numbers its users anew: its user 5 is not VK's, whatever stands in vk_user_id.
            if (!isOdnoklassniki || name != VkClaimTypes.UserId)
            {
                AddClaim(name, value, issuer);
            }
        }

        AddClaim(ClaimTypes.NameIdentifier, isOdnoklassniki ? $"ok:{launchParams.OkUserId}" : launchParams[VkClaimTypes.UserId]!, issuer);
    }

    private VkClaimsIdentity(VkClaimsIdentity other)
        : base(other) => LaunchParams = other.LaunchParams;

    public VkLaunchParams LaunchParams { get; }

    public override ClaimsIdentity Clone() => new VkClaimsIdentity(this);

    // The identity goes into the claim from the start: given a claim without one, the base class would add a copy of it.
    private void AddClaim(string type, string value, string issuer) =>
        AddClaim(new Claim(type, value, ClaimValueTypes.String, issuer, VkMiniAppDefaults.Issuer, this));
}
