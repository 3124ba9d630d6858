namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// Workers' claims to messages, numbered from 1; those of a delivery follow one another. A claim holds as long as life and epoch
/// are still the message's.
/// </summary>
internal sealed class Receipts
{
    private Receipt[] _receipts = new Receipt[64];
    private int _free = MessageList.None;
    private int _used;

    public int New(int message, int life, int epoch)
    {
        var receipt = _free;
        if (receipt == MessageList.None)
        {
            if (_used == _receipts.Length) Array.Resize(ref _receipts, _receipts.Length * 2);
            receipt = _used++;
        }
        else
        {
            _free = _receipts[receipt].Next;
        }

        _receipts[receipt] = new Receipt { Message = message, Life = life, Epoch = epoch, Next = MessageList.None };
        return receipt + 1;
    }

    public void Chain(int receipt, int next) => _receipts[receipt - 1].Next = next - 1;

    /// <summary>0: it was the delivery's last.</summary>
    public int After(int receipt) => _receipts[receipt - 1].Next + 1;

    /// <summary>Its message's life may be over, and another message there.</summary>
    public Receipt this[int receipt] => _receipts[receipt - 1];

    public void Forget(int receipt)
    {
        _receipts[receipt - 1].Next = _free;
        _free = receipt - 1;
    }
}

internal struct Receipt
{
    public int Message;
    public int Life;
    public int Epoch;
    public int Next;
}
