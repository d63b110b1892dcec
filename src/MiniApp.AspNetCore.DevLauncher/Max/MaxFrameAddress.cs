namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>The address that MAX's web client opens a mini app under, as public code of front ends reads it.</summary>
internal static class MaxFrameAddress
{
    /// <summary>Makes init data the fragment, encoded once. One of the page's own is left out: whether MAX keeps it is not known.</summary>
    public static string Create(Uri page, string initData) => $"{page.OriginalString.Split('#')[0]}#WebAppData={Uri.EscapeDataString(initData)}";
}
