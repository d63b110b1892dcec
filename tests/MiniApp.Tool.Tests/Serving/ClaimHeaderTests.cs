using MiniApp.Tool.Serving;

namespace MiniApp.Tool.Tests.Serving;

public sealed class ClaimHeaderTests
{
    [Theory]
    [InlineData("vk_viewer_group_role", "X-MiniApp-Vk-Viewer-Group-Role")]
    [InlineData("sid", "X-MiniApp-Sid")]
    [InlineData("auth_time2", "X-MiniApp-Auth-Time2")]
    public void A_claim_has_a_header(string claim, string name)
    {
        Assert.True(ClaimHeader.TryParse(claim, out var header));
        Assert.Equal((claim, name), (header.Claim, header.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("vk_")]
    [InlineData("vk__ref")]
    [InlineData("vk ref")]
    [InlineData("vk:ref")]
    [InlineData("vk\r\nref")]
    [InlineData("имя")]
    [InlineData("subject")]
    [InlineData("SUBJECT")]
    [InlineData("vk-ref")]
    [InlineData("vk_Ref")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public void What_makes_no_header_or_that_of_the_subject_is_refused(string claim) => Assert.False(ClaimHeader.TryParse(claim, out _));
}
