using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Inspection;

/// <summary>A token taken apart for showing, as far as it goes.</summary>
/// <param name="Decoded">The token and its text.</param>
/// <param name="Query">What its time is read from: the query that was found in it, or the token.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="IsFragment">Whether the query was found in an address's fragment.</param>
internal sealed record TokenView(DecodedToken Decoded, string Query, TokenParameter[] Parameters, bool IsFragment)
{
    public static TokenView Read(string token, TokenFormat format)
    {
        var decoded = DecodedToken.Read(token);
        var query = ParameterReader.FindQuery(decoded.Text ?? "", format, out var isExtracted);

        return new TokenView(decoded, isExtracted ? query : token, ParameterReader.Read(query), isExtracted);
    }
}
