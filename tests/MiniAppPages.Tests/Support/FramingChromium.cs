[assembly: AssemblyFixture(typeof(MiniAppPages.Tests.FramingChromium))]

namespace MiniAppPages.Tests;

/// <summary>Chromium as its makers mean it to be: a frame of another site has the cookies of its own jar, and no others.</summary>
public sealed class FramingChromium : Chromium
{
    protected override IEnumerable<string> Arguments => ["--test-third-party-cookie-phaseout"];

    // The engine alone takes no notice of it.
    protected override bool IsWhole => true;
}
