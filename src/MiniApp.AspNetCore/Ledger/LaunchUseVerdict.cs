namespace MiniApp.AspNetCore;

/// <summary>Whether a launch may be used, and otherwise why not. The default is that it may.</summary>
internal readonly record struct LaunchUseVerdict
{
    public static LaunchUseVerdict Accepted => default;

    public bool IsAccepted => BindingFault is null && Failure == LaunchStateFailure.None;

    /// <summary>What is wrong with the request's binding, in a sentence for the client, which is answered by 400.</summary>
    public string? BindingFault { get; private init; }

    /// <summary>Why the launch itself is refused, which is answered by 401, or by 503 where it can't be told.</summary>
    public LaunchStateFailure Failure { get; private init; }

    public static LaunchUseVerdict BindingRefused(string fault) => new() { BindingFault = fault };

    public static LaunchUseVerdict Refused(LaunchStateFailure failure) => new() { Failure = failure };
}
