import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from './chat/Chat';
import './style.css';
import { Video } from './video/Video';

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <Chat />
    <Video />
  </StrictMode>,
);
