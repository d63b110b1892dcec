using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Why nobody is signed in, in a word of the library's or in the words of the application's own events.</summary>
internal static class FailureText
{
    public static string? Of(AuthenticateResult result) =>
        result.Failure is MiniAppException refusal ? refusal.Failure.ToString() : result.Failure?.Message;
}
