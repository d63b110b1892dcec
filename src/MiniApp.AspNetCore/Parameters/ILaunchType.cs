using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>A platform's type of a launch, for whoever knows the type only as the application runs.</summary>
internal interface ILaunchType
{
    Type Type { get; }

    bool IsIn(ClaimsPrincipal user);

    /// <summary>Whether a user whom the scheme signs in has such a launch.</summary>
    bool IsMadeBy(AuthenticationScheme scheme);
}
