using ScaleOut;
using ScaleOut.BackEnd;

// The rehearsal starts this program again, once for each instance of the back end.
if (args is ["instance", var address, var redis, var settings])
{
    await Instance.RunAsync(address, redis, settings);
    return 0;
}

return await Rehearsal.RunAsync(isShort: args.Contains("--short"));
