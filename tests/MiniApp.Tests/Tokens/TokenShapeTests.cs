namespace MiniApp.Tests;

/// <summary>What is taken for another scheme's token, which is left alone rather than refused.</summary>
public class TokenShapeTests
{
    [Theory]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("....")]
    [InlineData("a..c.d.e")]
    [InlineData("AZaz09-_.AZaz09-_.")]
    public void Three_or_five_parts_in_base64url_look_like_a_json_web_token(string token) => Assert.True(TokenShape.IsJsonWebToken(token));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e.f")]
    [InlineData("a=b.c.d")]
    [InlineData("a.b.c=")]
    [InlineData("a.b+.c")]
    [InlineData("a.b/.c")]
    [InlineData("a.b. c")]
    [InlineData("a.б.c")]
    [InlineData("a.b.c\0")]
    public void Any_other_number_of_parts_or_letters_does_not(string token) => Assert.False(TokenShape.IsJsonWebToken(token));

    [Theory]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZabc-_")]
    [InlineData("CfDJ8PBCDEFGHIJKLMNOPQRSTUVWXYZabc")]
    public void Base64url_that_begins_like_data_protection_looks_like_a_sessions_token(string token)
    {
        Assert.True(TokenShape.IsProtectedTicket(token));
        Assert.False(VkMiniApp.VkLaunchParams.LooksLikeLaunch(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8")]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUV")]
    [InlineData("CfDJ8QBCDEFGHIJKLMNOPQRSTUVWXYZabc")]
    [InlineData("cfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZabc")]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZab=")]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZ+bc")]
    [InlineData("CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZ&bc")]
    [InlineData(" CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZabc")]
    public void Anything_shorter_or_with_other_letters_does_not(string token) => Assert.False(TokenShape.IsProtectedTicket(token));
}
