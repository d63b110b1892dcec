namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What is wrong with fields of which nothing can be signed that the scheme accepts.</summary>
internal static class FieldFault
{
    /// <param name="failure">Why the scheme refuses the launch, though it is signed by the right key and dated now.</param>
    public static string Describe(Enum failure) =>
        $"The scheme would refuse these fields whoever signs them: {failure}. A field holds something that no platform sends, such as a " +
        "line feed, or all of them together are too long.";
}
