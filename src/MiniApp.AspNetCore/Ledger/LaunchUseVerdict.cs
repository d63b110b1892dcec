namespace MiniApp.AspNetCore;

/// <summary>Whether a launch may be used.</summary>
/// <param name="BindingFault">What is wrong with the request's binding, in a sentence.</param>
/// <param name="Failure">Why the launch may not be used.</param>
internal readonly record struct LaunchUseVerdict(string? BindingFault, LaunchStateFailure Failure);
