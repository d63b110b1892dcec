namespace MiniApp.AspNetCore;

/// <summary>An identity with a verified launch, of whatever platform.</summary>
internal interface ILaunchIdentity : ISubjectIdentity
{
    IMiniAppLaunch Launch { get; }

    MiniAppSubject? ISubjectIdentity.Subject => Launch.Subject;
}
