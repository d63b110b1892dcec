namespace MiniApp.AspNetCore;

/// <summary>An identity that knows its user by itself, whatever its claims say.</summary>
internal interface ISubjectIdentity
{
    /// <summary>The user; <see langword="null"/> where there is none.</summary>
    MiniAppSubject? Subject { get; }
}
