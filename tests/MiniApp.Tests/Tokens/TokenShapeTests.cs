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
}
