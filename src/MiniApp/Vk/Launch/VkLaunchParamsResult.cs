using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>The answer of <see cref="VkLaunchParamsVerifier"/>: either launch parameters that can be trusted, or why there are none.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct VkLaunchParamsResult
{
    internal VkLaunchParamsResult(VkLaunchParams launchParams) => LaunchParams = launchParams;

    internal VkLaunchParamsResult(VkLaunchFailure failure) => Failure = failure;

    /// <summary>Whether VK signed these launch parameters for one of our apps, recently, and for a user.</summary>
    [MemberNotNullWhen(true, nameof(LaunchParams))]
    public bool Succeeded => LaunchParams is not null;

    /// <summary>The verified launch parameters; <see langword="null"/> where they were refused.</summary>
    public VkLaunchParams? LaunchParams { get; }

    /// <summary>Why they were refused; <see cref="VkLaunchFailure.None"/> where they were not.</summary>
    public VkLaunchFailure Failure { get; }
}
