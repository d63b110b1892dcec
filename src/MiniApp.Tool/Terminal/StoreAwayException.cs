namespace MiniApp.Tool.Terminal;

/// <summary>A store could not be reached in time. Neither text ever contains an address, a password or a key.</summary>
internal sealed class StoreAwayException(string message, string hint) : Exception(message)
{
    public string Hint => hint;
}
