namespace MiniApp.AspNetCore;

/// <summary>What a page is told of a refusal that it can act on.</summary>
internal static class RefusalReason
{
    /// <summary>One of <see cref="ChallengeReasons"/>; <see langword="null"/> where a page can do nothing about it.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        MiniAppExpiredException => ChallengeReasons.Expired,
        MiniAppReplayedException => ChallengeReasons.Replayed,
        MiniAppRevokedException => ChallengeReasons.Revoked,
        MiniAppBlockedException => ChallengeReasons.Banned,
        _ => null,
    };
}
