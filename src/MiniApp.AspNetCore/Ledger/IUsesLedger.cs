namespace MiniApp.AspNetCore;

/// <summary>Marks, among the metadata of an endpoint, that it uses the ledger.</summary>
internal interface IUsesLedger;
