using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// Where messages are: slots that are used again and again, a list a place, and all that are not dead in the order in which they
/// came. Where keys keep their order, of each key one message at a time may be worked on.
/// </summary>
/// <param name="keys">Of all data, where messages of a key keep their order; 0: they need not.</param>
internal sealed class Places(int keys)
{
    private Message[] _messages = new Message[256];
    private MessageList _ready = new(inOrder: false);
    private MessageList _delayed = new(inOrder: false);
    private MessageList _inFlight = new(inOrder: false);
    private MessageList _dead = new(inOrder: false);
    private MessageList _all = new(inOrder: true);

    /// <summary>Of every key: who waits behind the one that is under way, and whether there is one.</summary>
    private readonly MessageList[] _behind = NewLists(keys);
    private readonly bool[] _keyBusy = new bool[keys];
    private int _behindAny;
    private int _free = MessageList.None;
    private int _used;

    public bool ByKey => keys > 0;

    public ref Message this[int index] => ref _messages[index];

    /// <summary>A worker may have them now.</summary>
    public ref readonly MessageList Ready => ref _ready;

    public ref readonly MessageList InFlight => ref _inFlight;

    public ref readonly MessageList Dead => ref _dead;

    /// <summary>That are not dead, in the order in which they came.</summary>
    public ref readonly MessageList All => ref _all;

    /// <summary>That nobody works on: ready, in line behind their key, or waiting for another try.</summary>
    public int Waiting => _ready.Count + _behindAny + _delayed.Count;

    public int After(int index) => _all.After(_messages, index);

    /// <summary>A slot; <see cref="MessageList.None"/>: there are as many as an estate may have.</summary>
    public int Take()
    {
        var index = _free;
        if (index != MessageList.None)
        {
            _free = _messages[index].InPlace.Next;
            return index;
        }

        if (_used == Limits.Messages) return MessageList.None;
        if (_used == _messages.Length) Array.Resize(ref _messages, Math.Min(_messages.Length * 2, Limits.Messages));
        return _used++;
    }

    public void Free(int index)
    {
        ref var message = ref _messages[index];
        message.Life++;
        message.Epoch++;
        message.Place = Place.Free;
        message.InPlace.Next = _free;
        _free = index;
    }

    /// <summary>It comes, and is ready unless another one of its key is under way.</summary>
    public void Enter(int index)
    {
        ref var message = ref _messages[index];
        message.Epoch++;
        _all.Add(_messages, index);
        if (keys > 0 && _keyBusy[message.Key])
        {
            message.Place = Place.BehindItsKey;
            _behind[message.Key].Add(_messages, index);
            _behindAny++;
            return;
        }

        if (keys > 0) _keyBusy[message.Key] = true;
        message.Place = Place.Ready;
        _ready.Add(_messages, index);
    }

    public void Move(int index, Place to, bool first = false)
    {
        ref var message = ref _messages[index];
        TakeOut(index);
        message.Epoch++;
        message.Place = to;
        ref var list = ref ListOf(to);
        if (first) list.AddFirst(_messages, index);
        else list.Add(_messages, index);
    }

    /// <summary>It is over, and the next of its key may be done.</summary>
    public void Leave(int index)
    {
        ref var message = ref _messages[index];
        var behind = message.Place == Place.BehindItsKey;
        TakeOut(index);
        _all.Remove(_messages, index);
        if (keys == 0 || behind) return;
        ref var next = ref _behind[message.Key];
        _keyBusy[message.Key] = next.Count > 0;
        if (next.Count == 0) return;
        var heir = next.First;
        next.Remove(_messages, heir);
        _behindAny--;
        _messages[heir].Place = Place.Ready;
        _ready.Add(_messages, heir);
    }

    /// <summary>It has left, and is kept apart.</summary>
    public void Bury(int index)
    {
        ref var message = ref _messages[index];
        message.Epoch++;
        message.Place = Place.Dead;
        _dead.Add(_messages, index);
    }

    public void Exhume(int index) => _dead.Remove(_messages, index);

    public void AddTo(ref StateHash hash)
    {
        hash.Add(_ready.Count);
        hash.Add(_behindAny);
        hash.Add(_delayed.Count);
        hash.Add(_inFlight.Count);
        hash.Add(_dead.Count);
    }

    public void Audit(string id, List<string> broken)
    {
        if (Waiting + _inFlight.Count != _all.Count)
            broken.Add($"{id}: {Waiting + _inFlight.Count} messages in its lists, {_all.Count} in all");
        for (var index = _all.First; index != MessageList.None; index = After(index))
            if (_messages[index].Place is Place.Free or Place.Dead)
                broken.Add($"{id}: message {index} is {_messages[index].Place}");
    }

    private void TakeOut(int index)
    {
        ref var message = ref _messages[index];
        if (message.Place != Place.BehindItsKey)
        {
            ListOf(message.Place).Remove(_messages, index);
            return;
        }

        _behind[message.Key].Remove(_messages, index);
        _behindAny--;
    }

    private ref MessageList ListOf(Place place)
    {
        switch (place)
        {
            case Place.Ready:
                return ref _ready;
            case Place.Delayed:
                return ref _delayed;
            case Place.InFlight:
                return ref _inFlight;
            default:
                return ref _dead;
        }
    }

    private static MessageList[] NewLists(int count)
    {
        var lists = new MessageList[count];
        Array.Fill(lists, new MessageList(inOrder: false));
        return lists;
    }
}
