namespace MiniApp.AspNetCore;

/// <summary>An identity with a verified launch, of whatever platform.</summary>
internal interface ILaunchIdentity
{
    IMiniAppLaunch Launch { get; }
}
