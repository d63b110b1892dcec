using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>That somebody asks whether the launch was used. It is met by the endpoint, not by the user.</summary>
internal sealed class UnusedLaunchRequirement : IAuthorizationRequirement
{
    public static readonly UnusedLaunchRequirement Instance = new();

    public override string ToString() => "An endpoint that demands an unused launch needs a scheme of a mini app, which asks for it.";
}
