namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The address that MAX opens: init data is the fragment, encoded once.</summary>
public class MaxFrameAddressTests
{
    [Theory]
    [InlineData("/", "/#WebAppData=a%3D1%26b%3D%2520")]
    [InlineData("/?a=b", "/?a=b#WebAppData=a%3D1%26b%3D%2520")]
    [InlineData("/?a=b#top", "/?a=b#WebAppData=a%3D1%26b%3D%2520")]
    [InlineData("/#", "/#WebAppData=a%3D1%26b%3D%2520")]
    [InlineData("https://app.example", "https://app.example#WebAppData=a%3D1%26b%3D%2520")]
    public void Init_data_takes_the_place_of_the_fragment(string page, string address) =>
        Assert.Equal(address, MaxFrameAddress.Create(new Uri(page, UriKind.RelativeOrAbsolute), "a=1&b=%20"));
}
