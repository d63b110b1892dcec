using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Where the token stands in the <c>Authorization</c> header.</summary>
public class AuthorizationHeaderTests
{
    private static readonly string[] AuthSchemes = ["tma", "Bearer"];

    [Theory]
    [InlineData("tma token", "token")]
    [InlineData("TMA token", "token")]
    [InlineData("Bearer token", "token")]
    [InlineData("bEARER   token  ", "token")]
    [InlineData("tma", "")]
    [InlineData("tma ", "")]
    [InlineData("tma Bearer token", "Bearer token")]
    [InlineData("tma a b", "a b")]
    [InlineData("tma \ttoken", "\ttoken")]
    public void Token_stands_behind_one_of_the_auth_schemes(string header, string token) => Assert.Equal(token, Read(header));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("tm")]
    [InlineData("tmatoken")]
    [InlineData("tma\ttoken")]
    [InlineData("tma,token")]
    [InlineData(" tma token")]
    [InlineData("max token")]
    [InlineData("token")]
    public void Anything_else_is_none_of_the_schemes(string header) => Assert.Null(Read(header));

    [Fact]
    public void Header_that_is_not_there_or_has_no_value_is_none_of_the_schemes()
    {
        Assert.Null(Read());
        Assert.Null(Read((string?)null));
    }

    [Fact]
    public void Several_headers_are_credentials_that_can_not_be_used()
    {
        Assert.Equal(" ", Read("tma token", "tma token"));
        Assert.Equal(" ", Read("Basic x", "Digest y"));
        Assert.Equal(" ", Read("tma token", ""));
    }

    private static string? Read(params string?[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = new StringValues(headers);
        return AuthorizationHeader.TryReadToken(request, AuthSchemes, out var token) ? token.ToString() : null;
    }
}
